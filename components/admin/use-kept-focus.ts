"use client";
/** Keeps the focus near where it was when what held it goes away: whoever has no mouse goes on from there. */
import { type RefObject, useLayoutEffect } from "react";

const focusable = "a[href], button, input:not([type=hidden]), select, textarea, summary";

/** For something that may be gone when what it asked for is done, such as a button in the row that it removes. */
export function useKeptFocus(held: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = held.current;
    return () => {
      // It still stands there at this moment, and no longer at the next.
      if (!element || document.activeElement !== element) return;
      const around = ancestorsOf(element);
      requestAnimationFrame(() => focusNear(around));
    };
  }, [held]);
}

/** For something that stays and is no longer shown. */
export function leaveHidden(element: HTMLElement | null): void {
  if (element && !element.checkVisibility()) focusNear(ancestorsOf(element));
}

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) around.push(at);
  return around;
}

/** The first thing to act on in the nearest place that is left; or else the page's content as a whole. */
function focusNear(around: readonly HTMLElement[]): void {
  if (document.activeElement !== document.body && document.activeElement?.checkVisibility()) return;
  const content = document.getElementById("content");
  const next = around
    .filter((place) => place !== content && content?.contains(place))
    .flatMap((place) => [...place.querySelectorAll<HTMLElement>(focusable)])
    .find((one) => one.checkVisibility());
  (next ?? content)?.focus();
}
