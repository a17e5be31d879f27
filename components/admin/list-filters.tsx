/** Search and filters of a list: a form that is sent with GET, so that the address says what is shown. */
import { Search } from "lucide-react";

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** The first one, with an empty value, is "all". */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface ListFiltersProps {
  readonly path: string;
  readonly search?: { readonly label: string; readonly value: string | undefined };
  readonly filters: readonly Filter[];
  /** What else the address holds and a search must keep, such as the order. */
  readonly keep: Readonly<Record<string, string | undefined>>;
  readonly apply: string;
  /** Absent while nothing is searched or filtered. */
  readonly clear?: { readonly href: string; readonly label: string } | undefined;
}

export function ListFilters({ path, search, filters, keep, apply, clear }: ListFiltersProps) {
  return (
    <search>
      <form method="get" action={path} className="list-filters">
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {search ? (
          <label className="list-search">
            <span className="sr-only">{search.label}</span>
            <Search aria-hidden="true" size={16} />
            <input
              type="search"
              name="q"
              defaultValue={search.value}
              maxLength={200}
              placeholder={search.label}
              autoComplete="off"
              className="field-input field-input-small"
              data-list-search
            />
          </label>
        ) : null}
        {filters.map((filter) => (
          <label key={filter.name} className="text-sm">
            <span className="sr-only">{filter.label}</span>
            <select
              name={filter.name}
              defaultValue={filter.value ?? ""}
              className="field-input field-input-small"
            >
              {filter.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="button button-secondary button-small">
          {apply}
        </button>
        {clear ? (
          <a href={clear.href} className="text-link text-sm">
            {clear.label}
          </a>
        ) : null}
      </form>
    </search>
  );
}
