/** The apps that the person may open from here: a tile each. */
import { AppTile } from "#components/ui/app-tile.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { LauncherApp } from "#lib/oidc/own-apps/list-launcher.ts";

interface LauncherProps {
  readonly t: Translate;
  readonly format: Format;
  readonly apps: readonly LauncherApp[];
  /** By client id. */
  readonly logos: ReadonlyMap<string, string>;
}

export function Launcher({ t, format, apps, logos }: LauncherProps) {
  return (
    <section aria-labelledby="apps">
      <h2 id="apps" className="text-lg font-semibold">
        {t("overview.apps")}
      </h2>
      <div className="mt-3">
        {apps.length === 0 ? (
          <EmptyState title={t("apps.empty")} body={t("overview.appsEmpty")} />
        ) : (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
            {apps.map((app) => (
              <li key={app.clientId}>
                <Tile t={t} format={format} app={app} logo={logos.get(app.clientId)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

interface TileProps extends Pick<LauncherProps, "t" | "format"> {
  readonly app: LauncherApp;
  readonly logo: string | undefined;
}

function Tile({ t, format, app, logo }: TileProps) {
  const look = "flex h-full items-center gap-3 rounded-lg border border-border bg-surface p-3 text-fg";
  const content = (
    <>
      <AppTile name={app.name} logo={logo} />
      <span className="min-w-0">
        <span className="block truncate font-medium" dir="auto">
          {app.name}
        </span>
        <span className="block truncate text-sm text-muted">
          {app.lastUsedAt === undefined
            ? t("overview.notUsed")
            : t("overview.used", { relative: format.relativeTime(app.lastUsedAt) })}
        </span>
      </span>
    </>
  );
  // An app that never said where it begins is opened at its own address.
  if (app.href === undefined) return <div className={look}>{content}</div>;
  return (
    <a
      href={app.href}
      rel="noreferrer"
      className={`${look} no-underline hover:border-control hover:bg-sunken`}
    >
      {content}
    </a>
  );
}
