export { postDeviceApprovalDecision as POST } from "#lib/api/device-approvals/approving.ts";
