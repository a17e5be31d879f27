/** Every command, in the order of the help. */
import { apiKeyAdd, apiKeyList, apiKeyRevoke } from "./api-key.ts";
import { apply } from "./apply.ts";
import { claimList } from "./claim-list.ts";
import { claimRemove } from "./claim-remove.ts";
import { claimSet } from "./claim-set.ts";
import { clientAdd } from "./client-add.ts";
import { clientErrors } from "./client-errors.ts";
import { clientGroups } from "./client-groups.ts";
import { clientList } from "./client-list.ts";
import { clientRemove } from "./client-remove.ts";
import { clientSecretAdd, clientSecretRemove } from "./client-secret.ts";
import { clientDisable, clientEnable, clientUpdate } from "./client-update.ts";
import type { AnyCommand } from "./command.ts";
import { exportConfig } from "./export-config.ts";
import { groupAdd } from "./group-add.ts";
import { groupAddMember } from "./group-add-member.ts";
import { groupList } from "./group-list.ts";
import { groupRemove } from "./group-remove.ts";
import { groupRemoveMember } from "./group-remove-member.ts";
import { invite } from "./invite.ts";
import { keysList, keysRevoke, keysRotate } from "./keys.ts";
import { mailTest } from "./mail-test.ts";
import { metadataRefresh } from "./metadata-refresh.ts";
import { policyClear } from "./policy-clear.ts";
import { policySet } from "./policy-set.ts";
import { policyShow } from "./policy-show.ts";
import { adminLink, recoveryLink } from "./recovery-link.ts";
import {
  registrationTokenAdd,
  registrationTokenList,
  registrationTokenRemove,
} from "./registration-token.ts";
import { setUpLink } from "./set-up-link.ts";
import { userList, userSetProfile, userShow } from "./user.ts";
import { userDelete } from "./user-delete.ts";
import { userDisable, userEnable, userSetRole, userSignOut } from "./user-state.ts";

export const commands: readonly AnyCommand[] = [
  apply,
  exportConfig,
  clientAdd,
  clientList,
  clientUpdate,
  clientGroups,
  clientSecretAdd,
  clientSecretRemove,
  clientErrors,
  clientDisable,
  clientEnable,
  clientRemove,
  registrationTokenAdd,
  registrationTokenList,
  registrationTokenRemove,
  invite,
  apiKeyAdd,
  apiKeyList,
  apiKeyRevoke,
  userList,
  userShow,
  userSetProfile,
  userDisable,
  userEnable,
  userSignOut,
  userDelete,
  userSetRole,
  groupAdd,
  groupList,
  groupRemove,
  groupAddMember,
  groupRemoveMember,
  claimSet,
  claimList,
  claimRemove,
  policyShow,
  policySet,
  policyClear,
  keysList,
  keysRotate,
  keysRevoke,
  mailTest,
  metadataRefresh,
  setUpLink,
  adminLink,
  recoveryLink,
];

export function helpText(): string {
  const sections = commands.map((command) =>
    [`  ${command.name}`, `      ${command.summary}`, ...command.usage.map((line) => `      ${line}`)].join(
      "\n",
    ),
  );
  return [
    "Usage: npm run latchkey -- COMMAND [OPTIONS]",
    "",
    "Works on the database and keys of the configuration, also while the server runs.",
    "",
    sections.join("\n\n"),
    "",
    "  help",
    "      Show this.",
  ].join("\n");
}
