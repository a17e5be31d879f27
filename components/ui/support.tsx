/** Whom to ask: by mail, on a page, or in words alone. */
import type { SupportContact } from "#lib/branding/schema.ts";

export function Support({ contact: { text, href } }: { readonly contact: SupportContact }) {
  if (href === undefined) return <bdi className="font-medium text-fg">{text}</bdi>;
  return (
    <a className="text-link" href={href} rel="noopener noreferrer">
      <bdi>{text}</bdi>
    </a>
  );
}
