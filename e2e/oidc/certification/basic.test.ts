/** The Basic OP plan: code flow, answers in the query. */
import { describe } from "vitest";
import { defineBasicModules } from "./modules.ts";
import { staticPlan } from "./static-plan.ts";

describe("The Basic OP plan", () => defineBasicModules(staticPlan("query")));
