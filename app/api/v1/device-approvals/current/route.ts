export { getDeviceApprovalState as GET } from "#lib/api/device-approvals/waiting.ts";
