/** The rules of signing up and in, in the administration. */
export const adminPolicy = {
  title: "Sign-in policy",
  lead: "Who may join, how long people stay signed in, and which passkeys open an account.",
  general: "Sign-up and sessions",
  generalLead:
    "A change holds on every instance within seconds. What an environment variable says can only be changed there.",
  settings: {
    signUp: "Sign-up",
    sessionIdleTimeoutSeconds: "Signed out when unused for",
    sessionMaxLifetimeSeconds: "Signed out at the latest after",
    userVerification: "Fingerprint, face or PIN",
    attestation: "Proof of origin",
    counterPolicy: "Signs of a copied passkey",
  },
  hints: {
    signUp: "Invitations work unless sign-up is closed.",
    sessionIdleTimeoutSeconds: "Apps may keep people signed in for longer by themselves.",
    sessionMaxLifetimeSeconds: "Counts for sessions that begin from now on.",
    userVerification:
      "Whether the authenticator checks who holds it. Without “required” a stolen key alone can be enough.",
    attestation:
      "Whether new passkeys are asked which model holds them. Rules about models ask for it in any case.",
    counterPolicy: "The counter of an authenticator that does not grow may mean that somebody holds a copy.",
  },
  choices: {
    signUp: {
      open: "Open: anybody may make an account",
      invite: "By invitation",
      closed: "Closed",
    },
    userVerification: {
      required: "Required",
      preferred: "Where the authenticator can",
      discouraged: "Not asked for",
    },
    attestation: {
      none: "Not asked for",
      indirect: "Asked for, may be made anonymous",
      direct: "Asked for",
      enterprise: "Asked for, with the serial number of managed devices",
    },
    counterPolicy: {
      warn: "Let them in, flag the passkey and tell them",
      refuse: "Refuse the sign-in",
    },
  },
  amount: "How many",
  unit: "Unit",
  units: {
    minutes: "minutes",
    hours: "hours",
    days: "days",
  },
  lasts: {
    minutes: "{count, plural, one {# minute} other {# minutes}}",
    hours: "{count, plural, one {# hour} other {# hours}}",
    days: "{count, plural, one {# day} other {# days}}",
  },
  isDefault: "Default",
  isChanged: "Changed",
  isLocked: "Set by the environment",
  defaultIs: "Default: {value}",
  policy: "Which passkeys may be used",
  policyLead:
    "For everybody, at every sign-in, also for passkeys that exist already. Groups can ask for more.",
  deviceBoundOnly: "Only passkeys that stay on one device",
  requireUserVerification: "The authenticator must check fingerprint, face or PIN",
  trustedOnly: "Only models that prove themselves by trusted metadata",
  trustNeedsMetadata: "Needs authenticator metadata: set MDS_BLOB and MDS_ROOT.",
  formats: "Kinds of proof",
  formatsHint: "Leave all ticked unless you know that you need only some. Most synced passkeys bring none.",
  formatNone: "none: without proof",
  models: "Models",
  modelModes: {
    any: "Any model",
    only: "Only those that are ticked",
    except: "Any but those that are ticked",
  },
  others: "Further models",
  othersHint: "AAGUIDs, one a line. A model is believed only as far as its proof goes.",
  warningTitle: "This keeps people out",
  warningWord: "keep out",
  warningConfirm: "Save all the same",
  refused:
    "{count, plural, one {# passkey is refused from the next sign-in on.} other {# passkeys are refused from the next sign-in on.}}",
  refusedMany: "More than {count, number} passkeys are refused from the next sign-in on.",
  shutOut:
    "{count, plural, one {# person has no other passkey and needs a recovery link.} other {# people have no other passkey and need a recovery link.}}",
  shutOutMany: "More than {count, number} people have no other passkey and need a recovery link.",
  administratorsLeft:
    "{count, plural, one {# administrator can still sign in.} other {# administrators can still sign in.}}",
  noAdministratorLeft: "No administrator could sign in any more.",
} as const;
