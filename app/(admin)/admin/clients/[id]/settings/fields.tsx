/** The fields about an app; what is locked is shown and not sent. */
import type { ReactNode } from "react";
import { LinesField } from "#components/admin/lines-field.tsx";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface FieldsProps {
  readonly t: Translate;
  readonly client: ClientRow;
  readonly locked: boolean;
}

export function MainFields({ t, client, locked }: FieldsProps) {
  return (
    <Group locked={locked}>
      <Text name="name" label={t("adminNewClient.name")} value={client.name} dir="auto" />
      <Text name="clientUri" label={t("adminClient.clientUri")} value={client.clientUri} />
      <LinesField
        name="redirectUris"
        label={t("adminNewClient.redirectUris")}
        hint={t("adminNewClient.redirectUrisHint")}
        filled={client.redirectUris.join("\n")}
      />
      <LinesField
        name="postLogoutRedirectUris"
        label={t("adminNewClient.postLogout")}
        filled={client.postLogoutRedirectUris.join("\n")}
      />
    </Group>
  );
}

interface ProtocolFieldsProps extends FieldsProps {
  readonly methods: readonly ClientRow["tokenEndpointAuthMethod"][];
}

export function ProtocolFields({ t, client, locked, methods }: ProtocolFieldsProps) {
  return (
    <Group locked={locked}>
      <Select
        name="tokenEndpointAuthMethod"
        label={t("adminNewClient.authentication")}
        value={client.tokenEndpointAuthMethod}
        options={methods.map((value) => ({ value, label: t(`adminNewClient.methods.${value}`) }))}
      />
      <Text
        name="scopes"
        label={t("adminNewClient.scopes")}
        hint={t("adminClient.scopesHint")}
        value={client.scopes?.join(" ") ?? null}
      />
      <Select
        name="accessTokenFormat"
        label={t("adminClient.tokenFormat")}
        value={client.accessTokenFormat}
        options={(["opaque", "jwt"] as const).map((value) => ({
          value,
          label: t(`adminClient.tokenFormats.${value}`),
        }))}
      />
      <Check name="requirePkce" label={t("adminClient.requirePkce")} value={client.requirePkce} />
      <Check name="claimsInIdToken" label={t("adminClient.claimsInIdToken")} value={client.claimsInIdToken} />
      <Check name="firstParty" label={t("adminClient.firstParty")} value={client.firstParty} />
    </Group>
  );
}

export function DemandFields({ t, client, locked }: FieldsProps) {
  return (
    <Group locked={locked}>
      <Check
        name="requireUserVerification"
        label={t("adminClient.requireUserVerification")}
        value={client.requireUserVerification}
      />
      <Check
        name="requireDeviceBound"
        label={t("adminClient.requireDeviceBound")}
        value={client.requireDeviceBound}
      />
      <Text
        name="maxAuthenticationAgeSeconds"
        label={t("adminClient.maxAge")}
        hint={t("adminClient.maxAgeHint")}
        value={client.maxAuthenticationAgeSeconds?.toString() ?? null}
        inputMode="numeric"
      />
    </Group>
  );
}

export function SignOutFields({ t, client, locked }: FieldsProps) {
  return (
    <Group locked={locked}>
      <Text
        name="backchannelLogoutUri"
        label={t("adminClient.backchannel")}
        value={client.backchannelLogoutUri}
      />
      <Text
        name="frontchannelLogoutUri"
        label={t("adminClient.frontchannel")}
        value={client.frontchannelLogoutUri}
      />
    </Group>
  );
}

/** A disabled fieldset sends nothing: what stands in it stays as it is. */
function Group({ locked, children }: { readonly locked: boolean; readonly children: ReactNode }) {
  return (
    <fieldset disabled={locked} className="grid gap-4">
      {children}
    </fieldset>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly dir?: "auto" | "ltr";
  readonly inputMode?: "numeric";
}

function Text({ name, label, hint, value, dir = "ltr", inputMode }: TextProps) {
  return (
    <div>
      <label htmlFor={`field-${name}`} className="block font-medium">
        {label}
      </label>
      <input
        id={`field-${name}`}
        name={name}
        defaultValue={value ?? ""}
        dir={dir}
        inputMode={inputMode}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `field-${name}-hint`}
        className={`field-input mt-1.5 ${dir === "ltr" ? "mono" : ""}`}
      />
      {hint === undefined ? null : (
        <p id={`field-${name}-hint`} className="mt-1 text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Select({ name, label, value, options }: SelectProps) {
  return (
    <label className="block font-medium">
      {label}
      <select name={name} defaultValue={value} className="field-input mt-1.5 font-normal">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly value: boolean;
}

/** The hidden field says that the box was there: an empty box sends nothing by itself. */
function Check({ name, label, value }: CheckProps) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="hidden" name="switches" value={name} />
      <input
        type="checkbox"
        name="on"
        value={name}
        defaultChecked={value}
        className="mt-0.5 size-4.5 accent-accent"
      />
      {label}
    </label>
  );
}
