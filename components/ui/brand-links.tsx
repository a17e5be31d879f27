/** Where to ask, and the links that an instance puts at the foot of its pages. */
import type { BrandView } from "#lib/branding/schema.ts";
import { Support } from "./support.tsx";

export interface BrandLinksWords {
  /** What a screen reader calls the links. */
  readonly links: string;
  /** Before whom to ask. */
  readonly help: string;
}

interface BrandLinksProps {
  readonly brand: BrandView;
  readonly words: BrandLinksWords;
  /** Below a card in the middle; `start` where there is room beside something else. */
  readonly align?: "center" | "start";
}

export function BrandLinks(props: BrandLinksProps) {
  const { words, align = "center" } = props;
  const { footerLinks, support } = props.brand;
  if (footerLinks.length === 0 && !support) return null;
  return (
    <div
      className={`grid gap-1 text-sm text-muted ${align === "start" ? "max-sm:w-full max-sm:text-center" : ""}`}
    >
      {support ? (
        <p>
          {words.help} <Support contact={support} />
        </p>
      ) : null}
      {footerLinks.length === 0 ? null : (
        <nav aria-label={words.links}>
          <ul
            className={`flex flex-wrap justify-center gap-x-5 ${align === "start" ? "sm:justify-start" : ""}`}
          >
            {footerLinks.map(({ label, url }) => (
              <li key={`${label} ${url}`}>
                <a
                  href={url}
                  rel="noopener noreferrer"
                  dir="auto"
                  className="inline-flex min-h-11 items-center underline decoration-border underline-offset-4 hover:text-fg hover:decoration-current"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
