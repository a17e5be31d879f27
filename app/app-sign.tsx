/** The sign of the app that a card is about, above what the card says. */
import { AppTile } from "#components/ui/app-tile.tsx";
import { listClientLogos } from "#lib/clients/logos/list-client-logos.ts";
import { pageContext } from "./page-context.ts";

interface AppSignProps {
  readonly clientId: string;
  readonly name: string;
}

export async function AppSign({ clientId, name }: AppSignProps) {
  const logos = await listClientLogos(await pageContext(), [clientId]);
  return (
    <div className="mb-4">
      <AppTile name={name} logo={logos.get(clientId)} size="large" />
    </div>
  );
}
