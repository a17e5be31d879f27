"use client";
/** What the preview shows: what is saved until somebody types, then what the form says. */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { BrandView, FooterLink } from "#lib/branding/schema.ts";
import type { Action } from "../use-confirmed-action.ts";
import type { Previews } from "./brand-preview.tsx";

interface Saved {
  readonly brand: BrandView;
  readonly unnamed: string;
  readonly previews: Previews;
  readonly preview: Action<Previews>;
}

/** Colours are computed by the server: not with every point that a finger passes over the picker. */
const pauseMs = 200;
const looks = ["accent", "background", "backgroundColor", "corners"] as const;

export function useBrandPreview(form: RefObject<HTMLFormElement | null>, saved: Saved) {
  const [typed, setTyped] = useState<Partial<BrandView>>();
  // Another picture or version counts, whatever was typed: what was computed beside an earlier one is not shown.
  const version = JSON.stringify(saved.previews);
  const [computed, setComputed] = useState<{ readonly beside: string; readonly previews: Previews }>();
  const timer = useRef<number>(undefined);
  const asked = useRef("");

  useEffect(() => () => window.clearTimeout(timer.current), []);

  async function compute() {
    if (!form.current) return;
    const all = new FormData(form.current);
    const some = new FormData();
    for (const name of looks) some.set(name, String(all.get(name) ?? ""));
    const key = [version, ...looks.map((name) => some.get(name))].join(" ");
    if (key === asked.current) return;
    asked.current = key;
    const answer = await saved.preview(some);
    // An older answer must not come over a newer one.
    if (answer.status === "done" && asked.current === key)
      setComputed({ beside: version, previews: answer.result });
  }

  function follow() {
    if (!form.current) return;
    setTyped(wordsOf(new FormData(form.current), saved.unnamed));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void compute(), pauseMs);
  }

  return {
    brand: { ...saved.brand, ...typed } as BrandView,
    previews: computed?.beside === version ? computed.previews : saved.previews,
    follow,
  };
}

function wordsOf(form: FormData, unnamed: string): Partial<BrandView> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const links: FooterLink[] = [];
  for (let index = 0; form.has(`link${index}Label`); index += 1) {
    const link = { label: text(`link${index}Label`), url: text(`link${index}Url`) };
    if (link.label !== "") links.push(link);
  }
  const contact = text("supportName") || text("supportAddress").replace(/^https:\/\/([^/]*).*/, "$1");
  return {
    name: text("name") || unnamed,
    footerLinks: links,
    ...(contact === "" ? { support: undefined } : { support: { text: contact } }),
  } as Partial<BrandView>;
}
