/** The fields of a form that were refused: marked, called by their labels, and the first of them at hand. */
import { type RefObject, useEffect, useState } from "react";

interface Problem {
  /** The field's name, and what lies in it, such as `redirectUris.0`. */
  readonly path: string;
  readonly message: string;
}

export interface RefusedField {
  /** Empty where the form has no such field. */
  readonly label: string;
  readonly message: string;
}

const noProblems: readonly Problem[] = [];

/** `inside`: something that stands in the form. */
export function useRefusedFields(
  inside: RefObject<HTMLElement | null>,
  problems: readonly Problem[] = noProblems,
): readonly RefusedField[] {
  const [labels, setLabels] = useState<readonly string[]>([]);
  useEffect(() => {
    const form = inside.current?.closest("form");
    const refused = problems.map(({ path }) => form && controlOf(form, path));
    for (const control of refused) control?.setAttribute("aria-invalid", "true");
    setLabels(refused.map((control) => (control ? labelOf(control) : "")));
    const first = refused.find((control) => control?.type !== "hidden");
    first?.closest("details")?.setAttribute("open", "");
    first?.focus();
    return () => {
      for (const control of refused) control?.removeAttribute("aria-invalid");
    };
  }, [inside, problems]);
  return problems.map(({ message }, index) => ({ label: labels[index] ?? "", message }));
}

function controlOf(form: HTMLFormElement, path: string): HTMLInputElement | undefined {
  const names = [path, path.split(".")[0] ?? ""];
  return [...form.elements].find(
    (element): element is HTMLInputElement =>
      "name" in element && "labels" in element && names.includes(String(element.name)),
  );
}

/** A choice among several is called by the question, not by its first answer. */
function labelOf(control: HTMLInputElement): string {
  const isChoice = control.type === "checkbox" || control.type === "radio";
  const question = isChoice ? control.closest("fieldset")?.querySelector("legend") : undefined;
  const label = question ?? control.labels?.[0];
  // A hint may stand in the label: its own text is what comes first.
  const own = [...(label?.childNodes ?? [])].find(
    (node) =>
      (node.nodeType === Node.TEXT_NODE || node instanceof HTMLSpanElement) && node.textContent?.trim(),
  );
  return own?.textContent?.trim() ?? "";
}
