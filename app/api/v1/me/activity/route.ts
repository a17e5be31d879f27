export { getActivity as GET } from "#lib/api/me/activity.ts";
