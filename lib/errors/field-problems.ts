/** What a schema objects to: in English for programs, and by a rule that people read in their language. */
import type { z } from "zod";
import type { FieldProblem, ProblemRule } from "./domain-error.ts";

export function fieldProblems({ issues }: z.ZodError): FieldProblem[] {
  return issues.map((issue) => {
    const rule = ruleOf(issue);
    return { path: issue.path.join("."), message: issue.message, ...(rule ? { rule } : {}) };
  });
}

/** Undefined where only the schema's own words tell what is wrong. */
function ruleOf(issue: z.core.$ZodIssue): ProblemRule | undefined {
  switch (issue.code) {
    case "too_small":
      return bound(issue.origin, "minimum", Number(issue.minimum));
    case "too_big":
      return bound(issue.origin, "maximum", Number(issue.maximum));
    case "invalid_type":
      return { key: keyOfType(issue.expected) };
    case "invalid_format":
      return formatRule(issue.format);
    case "invalid_value":
      return { key: "option" };
    case "unrecognized_keys":
      return { key: "unknown" };
    default:
      return undefined;
  }
}

function bound(origin: string, end: "minimum" | "maximum", value: number): ProblemRule {
  const few = end === "minimum";
  if (few && value === 1 && origin === "string") return { key: "missing" };
  const values = { [end]: value };
  if (origin === "string") return { key: few ? "tooShort" : "tooLong", values };
  if (origin === "array" || origin === "set") return { key: few ? "tooFew" : "tooMany", values };
  return { key: few ? "tooLow" : "tooHigh", values };
}

function keyOfType(expected: string): ProblemRule["key"] {
  if (expected === "number") return "number";
  return expected === "int" ? "wholeNumber" : "missing";
}

function formatRule(format: string): ProblemRule | undefined {
  switch (format) {
    case "email":
      return { key: "email" };
    case "url":
      return { key: "address" };
    // A hidden field, which nobody types.
    case "uuid":
      return { key: "unknown" };
    default:
      return undefined;
  }
}
