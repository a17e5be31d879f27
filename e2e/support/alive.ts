/** The moment from which a page answers. */
import { expect, type Locator } from "@playwright/test";

/**
 * Waits until React has taken over what the server wrote: a button that opens something does nothing before. Pages
 * without React, and those of a browser without JavaScript, answer from the start.
 */
export async function waitUntilAlive(target: Locator): Promise<void> {
  const isAlive = () =>
    target
      .evaluate(
        (element) =>
          !("__next_f" in window) || Object.keys(element).some((key) => key.startsWith("__reactFiber$")),
      )
      // On its way to another page, as one that signs in by itself.
      .catch((error: Error) => {
        if (error.message.includes("Execution context was destroyed")) return false;
        throw error;
      });
  await expect.poll(isAlive, { intervals: [20] }).toBe(true);
}

/** As somebody with a mouse presses who waits until the page answers. */
export async function click(target: Locator): Promise<void> {
  await waitUntilAlive(target);
  await target.click();
}
