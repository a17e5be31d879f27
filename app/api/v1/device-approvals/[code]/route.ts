export { getDeviceApproval as GET } from "#lib/api/device-approvals/approving.ts";
