/** Which passkeys may be used: where they are kept, how they prove what they are, and of which models they may be. */
import { CheckField } from "#components/admin/form-field.tsx";
import { LinesField } from "#components/admin/lines-field.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { type AttestationPolicy, attestationFormats } from "#lib/passkeys/policy/schema.ts";
import type { Product } from "./products.ts";

interface FieldsProps {
  readonly t: Translate;
  readonly policy: AttestationPolicy;
  readonly products: readonly Product[];
  /** Without metadata nothing can be trusted. */
  readonly hasMetadata: boolean;
  readonly disabled: boolean;
}

export function PolicyFields(props: FieldsProps) {
  const { t, policy, hasMetadata, disabled } = props;
  return (
    <fieldset disabled={disabled} className="grid gap-6">
      <legend className="sr-only">{t("adminPolicy.policy")}</legend>
      <div className="grid gap-3">
        <CheckField
          name="deviceBoundOnly"
          defaultChecked={policy.deviceBoundOnly === true}
          label={t("adminPolicy.deviceBoundOnly")}
        />
        <CheckField
          name="requireUserVerification"
          defaultChecked={policy.requireUserVerification === true}
          label={t("adminPolicy.requireUserVerification")}
        />
        <div>
          <CheckField
            name="trustedOnly"
            defaultChecked={policy.trustedOnly === true}
            disabled={!hasMetadata}
            label={t("adminPolicy.trustedOnly")}
          />
          {hasMetadata ? null : <p className="mt-1 ps-7 text-muted">{t("adminPolicy.trustNeedsMetadata")}</p>}
        </div>
      </div>
      <Formats t={t} policy={policy} />
      <Models {...props} />
    </fieldset>
  );
}

function Formats({ t, policy }: Pick<FieldsProps, "t" | "policy">) {
  return (
    <fieldset>
      <legend className="font-medium">{t("adminPolicy.formats")}</legend>
      <p className="mt-1 max-w-[65ch] text-muted">{t("adminPolicy.formatsHint")}</p>
      <div className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {attestationFormats.map((format) => (
          <CheckField
            key={format}
            name="formats"
            value={format}
            defaultChecked={policy.formats?.includes(format) ?? true}
            label={format === "none" ? t("adminPolicy.formatNone") : format}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Models({ t, policy, products }: FieldsProps) {
  const { allowAaguids, denyAaguids = [] } = policy;
  const mode = allowAaguids ? "only" : denyAaguids.length > 0 ? "except" : "any";
  const chosen = allowAaguids ?? denyAaguids;
  const named = new Set(products.flatMap(({ aaguids }) => aaguids));
  return (
    <fieldset>
      <legend className="font-medium">{t("adminPolicy.models")}</legend>
      <div className="mt-2 grid gap-2">
        {(["any", "only", "except"] as const).map((value) => (
          <label key={value} className="flex min-h-6 items-center gap-2.5">
            <input
              type="radio"
              name="models"
              value={value}
              defaultChecked={value === mode}
              className="size-4.5 shrink-0 accent-(--accent)"
            />
            {t(`adminPolicy.modelModes.${value}`)}
          </label>
        ))}
      </div>
      <ul className="mt-3 grid max-h-72 gap-1 overflow-y-auto rounded-md border border-border p-2 sm:grid-cols-2">
        {products.map(({ name, aaguids, inUse }) => (
          <li key={name}>
            <label className="flex min-h-8 items-center gap-2.5 rounded-sm px-1.5 hover:bg-sunken">
              <input
                type="checkbox"
                name="products"
                value={aaguids.join(",")}
                defaultChecked={aaguids.some((aaguid) => chosen.includes(aaguid))}
                className="size-4.5 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 grow break-words">
                <bdi>{name}</bdi>
              </span>
              {inUse === undefined ? null : <span className="text-muted tabular-nums">{inUse}</span>}
            </label>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <LinesField
          name="others"
          label={t("adminPolicy.others")}
          hint={t("adminPolicy.othersHint")}
          filled={chosen.filter((aaguid) => !named.has(aaguid)).join("\n")}
        />
      </div>
    </fieldset>
  );
}
