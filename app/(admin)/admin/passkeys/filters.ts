/** What the list of passkeys can be narrowed by. */
import type { Filter } from "#components/admin/list-filters.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import {
  attestationTrusts,
  mostOfModel,
  type PasskeyModel,
  type PasskeyQuery,
  passkeyKinds,
  passkeyStates,
} from "#lib/passkeys/directory/schema.ts";
import { allOf } from "../list-words.ts";
import { modelName } from "./model-name.ts";

export function passkeyFilters(
  t: Translate,
  { aaguid, kind, state, trust }: PasskeyQuery,
  models: readonly PasskeyModel[],
): Filter[] {
  return [
    {
      name: "aaguid",
      label: t("adminPasskeys.model"),
      value: aaguid,
      options: [allOf(t("adminPasskeys.anyModel")), ...modelOptions(t, models, aaguid)],
    },
    {
      name: "kind",
      label: t("adminPasskeys.kind"),
      value: kind,
      options: [
        allOf(t("adminPasskeys.anyKind")),
        ...passkeyKinds.map((value) => ({ value, label: t(`adminPasskeys.kinds.${value}`) })),
      ],
    },
    {
      name: "state",
      label: t("adminPasskeys.state"),
      value: state,
      options: [
        allOf(t("adminPasskeys.anyState")),
        ...passkeyStates.map((value) => ({ value, label: t(`adminPasskeys.states.${value}`) })),
      ],
    },
    {
      name: "trust",
      label: t("adminPasskeys.trust"),
      value: trust,
      options: [
        allOf(t("adminPasskeys.anyTrust")),
        ...attestationTrusts.map((value) => ({ value, label: t(`adminPasskeys.trusts.${value}`) })),
      ],
    },
  ];
}

/** One product may be several models; the one that is shown stays in the list when none of it is left. */
function modelOptions(t: Translate, models: readonly PasskeyModel[], shown: string | undefined) {
  const all = models.some((model) => model.aaguid === shown)
    ? models
    : [...models, ...(shown === undefined ? [] : [{ aaguid: shown, passkeys: 0 }])];
  const names = all.map((model) => modelName(t, model));
  return all.map((model, index) => {
    const name = names[index] ?? "";
    const isOneOfSeveral = names.indexOf(name) !== names.lastIndexOf(name);
    const told = isOneOfSeveral ? `${name} ${model.aaguid.slice(0, 8)}` : name;
    const count = model.passkeys > mostOfModel ? `${mostOfModel}+` : String(model.passkeys);
    return { value: model.aaguid, label: `${told} (${count})` };
  });
}
