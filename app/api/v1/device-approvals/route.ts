export { postDeviceApproval as POST } from "#lib/api/device-approvals/waiting.ts";
