/** Who may join, how long people stay signed in, and how strictly passkeys are asked. */
import { useId } from "react";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Settings } from "#lib/settings/run-time/schema.ts";
import { inUnits, unitNames } from "./durations.ts";
import { SourceNote } from "./source-note.tsx";

interface FieldsProps {
  readonly t: Translate;
  readonly settings: Settings;
  readonly disabled: boolean;
}

const choices = {
  signUp: ["open", "invite", "closed"],
  userVerification: ["required", "preferred", "discouraged"],
  attestation: ["none", "indirect", "direct", "enterprise"],
  counterPolicy: ["warn", "refuse"],
} as const;

type ChoiceName = keyof typeof choices;

export function SettingsFields(props: FieldsProps) {
  return (
    <div className="grid gap-6">
      <ChoiceField {...props} name="signUp" />
      <DurationField {...props} name="sessionIdleTimeoutSeconds" prefix="idle" />
      <DurationField {...props} name="sessionMaxLifetimeSeconds" prefix="lifetime" />
      <ChoiceField {...props} name="userVerification" />
      <ChoiceField {...props} name="attestation" />
      <ChoiceField {...props} name="counterPolicy" />
    </div>
  );
}

function ChoiceField({ t, settings, disabled, name }: FieldsProps & { readonly name: ChoiceName }) {
  const { value, source, variable, default: unchanged } = settings[name];
  const id = useId();
  const words = (choice: string) => t(`adminPolicy.choices.${name}.${choice}` as never);
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {t(`adminPolicy.settings.${name}`)}
      </label>
      <select
        id={id}
        // Another value from the server is another field.
        key={value}
        name={name}
        defaultValue={value}
        disabled={disabled || source === "environment"}
        aria-describedby={`${id}-hint`}
        className="field-input mt-1.5 max-w-120"
      >
        {choices[name].map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="mt-1.5 max-w-[65ch] text-muted">
        {t(`adminPolicy.hints.${name}`)}
      </p>
      <p className="mt-1">
        <SourceNote t={t} source={source} variable={variable} unchanged={words(unchanged)} />
      </p>
    </div>
  );
}

interface DurationFieldProps extends FieldsProps {
  readonly name: "sessionIdleTimeoutSeconds" | "sessionMaxLifetimeSeconds";
  readonly prefix: "idle" | "lifetime";
}

function DurationField({ t, settings, disabled, name, prefix }: DurationFieldProps) {
  const { value, source, variable, default: unchanged } = settings[name];
  const { amount, unit } = inUnits(value);
  const other = inUnits(unchanged);
  const isOff = disabled || source === "environment";
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="font-medium">{t(`adminPolicy.settings.${name}`)}</legend>
      <div className="mt-1.5 flex max-w-80 gap-2" key={value}>
        <input
          type="number"
          name={`${prefix}Amount`}
          defaultValue={amount}
          min={1}
          disabled={isOff}
          aria-label={t("adminPolicy.amount")}
          className="field-input min-w-0 basis-24 tabular-nums"
        />
        <select
          name={`${prefix}Unit`}
          defaultValue={unit}
          disabled={isOff}
          aria-label={t("adminPolicy.unit")}
          className="field-input min-w-0 grow"
        >
          {unitNames.map((choice) => (
            <option key={choice} value={choice}>
              {t(`adminPolicy.units.${choice}`)}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-hint`} className="mt-1.5 max-w-[65ch] text-muted">
        {t(`adminPolicy.hints.${name}`)}
      </p>
      <p className="mt-1">
        <SourceNote
          t={t}
          source={source}
          variable={variable}
          unchanged={t(`adminPolicy.lasts.${other.unit}`, { count: other.amount })}
        />
      </p>
    </fieldset>
  );
}
