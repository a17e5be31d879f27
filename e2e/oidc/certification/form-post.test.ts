/** The Form Post Basic OP plan: the same modules, answers posted by a page. */
import { describe } from "vitest";
import { defineBasicModules } from "./modules.ts";
import { staticPlan } from "./static-plan.ts";

describe("The Form Post Basic OP plan", () => defineBasicModules(staticPlan("form_post")));
