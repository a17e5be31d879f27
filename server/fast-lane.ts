/**
 * The endpoints that machines call, answered without Next's half millisecond by the very same route modules.
 * `fast-lane.test.ts` holds this table against `app/`.
 */

import * as live from "#app/api/v1/health/live/route.ts";
import * as health from "#app/api/v1/health/route.ts";
import type { FastLane } from "./answer-fast-lane.ts";

export const fastLane: FastLane = {
  "GET /api/v1/health": health.GET,
  "GET /api/v1/health/live": live.GET,
};
