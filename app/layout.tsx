/** The document: language, theme, fonts. Every page renders per request, because each needs the nonce. */
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { brandHead } from "#lib/branding/brand-head.ts";
import { brandStylesheet } from "#lib/branding/stylesheet/brand-stylesheet.ts";
import { requestIdHeader } from "#lib/http/internal-headers.ts";
import { directionOf } from "#lib/i18n/locales.ts";
import { messagesIn } from "#lib/i18n/translator.ts";
import { pageBrand } from "./page-brand.ts";
import { instanceConfig, pageLanguage } from "./page-context.ts";
import { readTheme } from "./theme.ts";
import "./globals.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name, icon } = brandHead(await pageBrand(), await instanceConfig());
  return {
    title: { default: name, template: `%s · ${name}` },
    applicationName: name,
    icons: { icon },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

const light = "#f7fbfb";
const dark = "#0b1314";
const endOfPage = "end-of-page";

export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  if (theme !== "system") return { themeColor: theme === "dark" ? dark : light };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload("/fonts/onest-latin-wght-normal.woff2", {
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  });
  const theme = await readTheme();
  const { locale } = await pageLanguage();
  const stylesheet = brandStylesheet(await pageBrand())?.address;
  const requestId = (await headers()).get(requestIdHeader);
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme === "system" ? undefined : theme}
      data-request-id={requestId ?? undefined}
      data-failure={JSON.stringify(messagesIn(locale).failure)}
    >
      <head>
        {/* Painted once all of it has arrived: half a page would be centred elsewhere, and move. */}
        <link rel="expect" href={`#${endOfPage}`} blocking="render" />
        {/* Before anything is painted, and only where there is something to say. */}
        {stylesheet === undefined ? null : <link rel="stylesheet" href={stylesheet} />}
      </head>
      <body>
        {children}
        <span id={endOfPage} hidden />
      </body>
    </html>
  );
}
