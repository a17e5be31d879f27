/** English in accented, longer letters: what a translator or developer sees unchanged, or cut off, is not translated or has no room. */
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

const letters: ReadonlyMap<string, string> = new Map(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter,
    [..."áƀçđéƒĝĥíĵķļɱñöþɋŕšţüṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ"][index] ?? letter,
  ]),
);

/** A third longer, as German and French often are: vowels count double. */
function stretch(text: string): string {
  return [...text]
    .map((letter) => {
      const strange = letters.get(letter) ?? letter;
      return /[aeiou]/.test(letter) ? strange + strange : strange;
    })
    .join("");
}

function changed(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return { ...element, value: stretch(element.value) };
      case TYPE.tag:
        return { ...element, children: changed(element.children) };
      case TYPE.plural:
      case TYPE.select: {
        const options = Object.entries(element.options).map(([name, option]) => [
          name,
          { ...option, value: changed(option.value) },
        ]);
        return { ...element, options: Object.fromEntries(options) };
      }
      default:
        return element;
    }
  });
}

/** Placeholders, tags and plurals stay; the brackets show where a message begins and ends. */
export function pseudoMessage(message: string): string {
  return `⟦${printAST(changed(parse(message)))}⟧`;
}

/** The same for a whole catalogue. */
export function pseudoCatalogue<T>(catalogue: T): T {
  return Object.fromEntries(
    Object.entries(catalogue as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : pseudoCatalogue(value),
    ]),
  ) as T;
}

const cell = Symbol.for("latchkey.pseudo-english");

/** For the whole process, before it says anything: Next evaluates modules more than once, `globalThis` exists once. */
export function speakPseudoEnglish(): void {
  Object.assign(globalThis, { [cell]: true });
}

export function isPseudoEnglish(): boolean {
  return cell in globalThis;
}
