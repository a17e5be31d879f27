/** PostgreSQL refuses to run as root: whom it runs as instead, and what that user can reach. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartupError } from "#lib/errors/startup-error.ts";

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ownName = "latchkey";

/**
 * The user to run PostgreSQL as, or undefined when this process is not root and runs it as itself.
 * The owner of an existing cluster stays its owner; a new one gets a system user of its own.
 */
export function chooseUser(clusterDirectory: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (
    ownerOf(clusterDirectory) ?? findUser((user) => user.name === ownName) ?? createUser() ?? postgresUser()
  );
}

/** Whether `user` may pass through every folder above `path` and into it. */
export function canReach(user: SystemUser, path: string): boolean {
  for (let current = path; ; current = dirname(current)) {
    const stat = statSync(current, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (current === dirname(current)) return true;
  }
}

function ownerOf(directory: string): SystemUser | undefined {
  const stat = statSync(directory, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? findUser((user) => user.uid === stat.uid) : undefined;
}

function findUser(matches: (user: SystemUser) => boolean): SystemUser | undefined {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .find((user) => user.name !== "" && user.uid > 0 && matches(user));
}

function createUser(): SystemUser | undefined {
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ownName], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  return findUser((user) => user.name === ownName);
}

function postgresUser(): SystemUser {
  const user = findUser((candidate) => candidate.name === "postgres");
  if (user) return user;
  throw new StartupError("PostgreSQL does not run as root, and no system user could be made for it.", [
    `Create one (useradd --system ${ownName}) and start again.`,
    "Or start Latchkey as an ordinary user, or set DATABASE_URL.",
  ]);
}
