/** The sign-in card as a picture of itself: nothing in it can be used, and a screen reader is told what it shows. */
import type { CSSProperties } from "react";
import { Brand } from "#components/ui/brand.tsx";
import type { BrandView } from "#lib/branding/schema.ts";

export type PreviewTokens = Readonly<Record<string, string>>;
export type Previews = Readonly<Record<"light" | "dark", PreviewTokens>>;

interface BrandPreviewProps {
  readonly theme: "light" | "dark";
  readonly label: string;
  readonly brand: BrandView;
  readonly tokens: PreviewTokens;
  readonly words: Readonly<Record<"title" | "lead" | "button" | "link" | "help", string>>;
}

export function BrandPreview({ theme, label, brand, tokens, words }: BrandPreviewProps) {
  const { footerLinks, support } = brand;
  return (
    <div
      role="img"
      aria-label={label}
      data-theme={theme}
      style={propertiesOf(tokens)}
      className="brand-preview overflow-hidden rounded-lg border border-border px-5 py-6 text-base text-fg"
    >
      <div className="mx-auto max-w-76">
        <div className="auth-plate mb-3 inline-block max-w-full text-sm">
          <Brand brand={brand} />
        </div>
        <div className="auth-card px-6 py-6">
          <div className="text-lg font-semibold">{words.title}</div>
          <p className="mt-1 text-sm text-muted">{words.lead}</p>
          <span className="button mt-4 w-full">{words.button}</span>
          <span className="mt-3 block text-center text-sm">
            <span className="text-link">{words.link}</span>
          </span>
        </div>
        {footerLinks.length === 0 && !support ? null : (
          <div className="mt-4 text-center">
            <div className="auth-plate inline-block max-w-full text-sm text-muted">
              {support ? (
                <p>
                  {words.help} <bdi className="font-medium text-accent">{support.text}</bdi>
                </p>
              ) : null}
              {footerLinks.length === 0 ? null : (
                <p className="flex flex-wrap justify-center gap-x-4 gap-y-1 py-1">
                  {footerLinks.map(({ label: text, url }) => (
                    <span key={`${text} ${url}`} dir="auto" className="underline underline-offset-4">
                      {text}
                    </span>
                  ))}
                </p>
              )}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function propertiesOf(tokens: PreviewTokens): CSSProperties {
  return Object.fromEntries(
    Object.entries(tokens).map(([token, value]) => [`--${token}`, value]),
  ) as CSSProperties;
}
