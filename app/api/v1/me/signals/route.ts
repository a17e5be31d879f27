export { getSignals as GET } from "#lib/api/me/signals.ts";
