/** An address that an app was refused for, beside the registered one that it was probably meant to be. */
import { ComparedAddress } from "#components/admin/compared-address.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { compareAddresses, isKnownOrigin, placeOf } from "#lib/clients/compare-addresses.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { registerAddress } from "../../actions.ts";

interface RefusedAddressProps {
  readonly client: Pick<ClientRow, "id" | "name" | "redirectUris">;
  readonly errorId: string;
  readonly sent: string;
  /** Absent for whoever may not change the app. */
  readonly ceremony: CeremonyLabels | undefined;
  readonly t: Translate;
}

export function RefusedAddress({ client, errorId, sent, ceremony, t }: RefusedAddressProps) {
  const { redirectUris, name } = client;
  if (redirectUris.includes(sent)) return <p className="text-muted">{t("adminTestSignIn.registered")}</p>;
  const compared = compareAddresses(sent, redirectUris);
  const foreign = !isKnownOrigin(sent, redirectUris);
  const plain = { before: sent, different: "", after: "" };
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("adminTestSignIn.differs")}</p>
      <dl className="rounded-md bg-sunken p-3">
        <ComparedAddress label={t("adminClient.sent")} {...(compared?.sent ?? plain)} />
        {compared ? <ComparedAddress label={t("adminTestSignIn.closest")} {...compared.registered} /> : null}
      </dl>
      {ceremony ? (
        <div>
          <ConfirmDialog
            action={registerAddress}
            ceremony={ceremony}
            trigger={t("adminTestSignIn.register")}
            title={t("adminTestSignIn.registerTitle", { name })}
            body={
              <>
                <p className="mono break-all text-fg" dir="ltr">
                  {sent}
                </p>
                <p className="mt-2">{t("adminTestSignIn.registerBody")}</p>
                {foreign ? (
                  <div className="mt-3">
                    <Notice tone="warn">{t("adminTestSignIn.foreign")}</Notice>
                  </div>
                ) : null}
              </>
            }
            confirm={t("adminTestSignIn.register")}
            cancel={t("admin.action.cancel")}
            done={t("adminTestSignIn.registered")}
            {...(foreign
              ? {
                  typed: {
                    label: t("adminTestSignIn.typeHost", { host: placeOf(sent) }),
                    value: placeOf(sent),
                  },
                }
              : {})}
          >
            <input type="hidden" name="id" value={client.id} />
            <input type="hidden" name="errorId" value={errorId} />
          </ConfirmDialog>
        </div>
      ) : null}
    </div>
  );
}
