/** What the log is narrowed by: a form whose answers are the address, and a chip for each that takes it away again. */
import { ChevronDown, X } from "lucide-react";
import { actionsOfGroup } from "#lib/audit-log/event-groups.ts";
import { type AuditFilter, eventGroups } from "#lib/audit-log/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { auditHref, auditPath } from "./audit-href.ts";
import { actWords } from "./event-sentence.tsx";

interface AuditFiltersProps {
  readonly t: Translate;
  readonly filter: AuditFilter;
}

const typed = [
  { name: "actor", word: "who", example: "whoHint", code: false, longest: 512 },
  { name: "person", word: "person", example: "whoHint", code: false, longest: 254 },
  { name: "app", word: "app", example: "appHint", code: false, longest: 512 },
  { name: "ip", word: "ip", example: undefined, code: true, longest: 64 },
  { name: "request", word: "request", example: undefined, code: true, longest: 200 },
] as const;

export function AuditFilters({ t, filter }: AuditFiltersProps) {
  return (
    <search>
      <form method="get" action={auditPath} className="audit-filters">
        <label>
          {t("adminAudit.event")}
          <select name="event" defaultValue={filter.event ?? ""} className="field-input">
            <option value="">{t("adminAudit.anyEvent")}</option>
            {eventGroups.map((group) => (
              <optgroup key={group} label={t(`adminAudit.groups.${group}`)}>
                <option value={group}>
                  {t(`adminAudit.groups.${group}`)} – {t("adminAudit.wholeGroup")}
                </option>
                {actionsOfGroup(group).map((action) => (
                  <option key={action} value={action}>
                    {actWords(t, action)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          {t("adminAudit.outcome")}
          <select name="outcome" defaultValue={filter.outcome ?? ""} className="field-input">
            <option value="">{t("adminAudit.anyOutcome")}</option>
            {(["success", "failure"] as const).map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`adminAudit.outcomes.${outcome}`)}
              </option>
            ))}
          </select>
        </label>
        {(["from", "to"] as const).map((name) => (
          <label key={name}>
            {t(`adminAudit.${name}`)}
            {/* A moment to the second comes by a link, and stays as it is until a day is chosen. */}
            <input
              type={filter[name]?.includes("T") ? "text" : "date"}
              name={name}
              defaultValue={filter[name]}
              className="field-input"
            />
          </label>
        ))}
        <button type="submit" className="button">
          {t("adminAudit.apply")}
        </button>
        <details className="group">
          <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 font-medium text-muted hover:text-fg [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden="true" size={16} className="group-open:rotate-180" />
            {t("adminAudit.more")}
          </summary>
          <div>
            {typed.map(({ name, word, example, code, longest }) => (
              <label key={name}>
                {t(`adminAudit.${word}`)}
                <input
                  name={name}
                  defaultValue={filter[name]}
                  maxLength={longest}
                  placeholder={example && t(`adminAudit.${example}`)}
                  autoComplete="off"
                  spellCheck={false}
                  dir={code ? "ltr" : "auto"}
                  className="field-input"
                />
              </label>
            ))}
          </div>
        </details>
      </form>
    </search>
  );
}

const chipOrder = ["event", "outcome", "actor", "person", "app", "ip", "request", "from", "to"] as const;

interface FilterChipsProps extends AuditFiltersProps {
  /** Names of the ids that are in the filter, where they are known. */
  readonly names: ReadonlyMap<string, string>;
}

/** Nothing where nothing is filtered. */
export function FilterChips({ t, filter, names }: FilterChipsProps) {
  const chips = chipOrder.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const label = t(`adminAudit.chip.${name}`, { value: chipValue(t, name, value, names) });
    return [{ name, label }];
  });
  if (chips.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <p id="active-filters" className="text-muted">
        {t("adminAudit.active")}
      </p>
      <ul aria-labelledby="active-filters" className="contents">
        {chips.map(({ name, label }) => (
          <li key={name} className="max-w-full">
            <a
              href={auditHref(filter, { [name]: undefined })}
              aria-label={t("adminAudit.remove", { label })}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full bg-accent-soft ps-3 pe-2 font-medium text-accent-soft-fg hover:underline pointer-coarse:min-h-10"
            >
              <span className="truncate">{label}</span>
              <X aria-hidden="true" size={14} className="shrink-0" />
            </a>
          </li>
        ))}
      </ul>
      {chips.length > 1 ? (
        <a href={auditPath} className="text-link">
          {t("adminAudit.clear")}
        </a>
      ) : null}
    </div>
  );
}

function chipValue(
  t: Translate,
  name: (typeof chipOrder)[number],
  value: string,
  names: ReadonlyMap<string, string>,
): string {
  switch (name) {
    case "outcome":
      return t(`adminAudit.outcomes.${value as "success"}`);
    case "event": {
      const group = eventGroups.find((known) => known === value);
      return group ? t(`adminAudit.groups.${group}`) : actWords(t, value as "user.created");
    }
    default:
      return names.get(value) ?? value;
  }
}
