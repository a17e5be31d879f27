/** The state of the system in the administration. */
export const adminHealth = {
  title: "Health",
  lead: "Whether everything that people and apps need is well, as of now.",
  statuses: {
    healthy: "All is well",
    degraded: "Needs attention",
    unhealthy: "Out of order",
  },
  detail: "Detail",
  parts: {
    database: {
      name: "Database",
      means: "Everything that is known here is in it.",
      todo: "See whether PostgreSQL runs, can be reached and has connections left.",
    },
    signing_keys: {
      name: "Signing keys",
      means: "Without one no app can be signed in to.",
      todo: "Look at the page on signing keys, and whether the key file belongs to this database.",
    },
    clock: {
      name: "Clock",
      means: "Codes and tokens expire by it.",
      todo: "Let NTP set the clocks of this machine and of the database.",
    },
    metadata: {
      name: "Authenticator metadata",
      means: "It proves which model holds a passkey.",
      todo: "See whether the file or address of MDS_BLOB can be reached, and which root MDS_ROOT names.",
    },
    mail: {
      name: "Mail",
      means: "People are warned and let back in by it.",
      todo: "Look at the page on mail: it says what did not arrive and why.",
    },
    disk: {
      name: "Disk",
      means: "The embedded database stops when it is full.",
      todo: "Make room where the data directory lies.",
    },
  },
  partsTitle: "Parts",
  arrivalTitle: "How you got here",
  arrivalLead:
    "Read from this very request: what stands in front of Latchkey can be set wrongly without anybody noticing.",
  arrival: {
    address_fits: "The address that you used is BASE_URL.",
    address_differs:
      "You came by another address than BASE_URL. Passkeys work at BASE_URL alone: let the proxy pass the host on, or mend BASE_URL.",
    https: "The proxy says that you came over HTTPS.",
    https_untold: "The proxy does not say whether you came over HTTPS. Let it set X-Forwarded-Proto.",
    not_https: "The proxy says that you came without HTTPS. Let it send everybody to https://.",
    local: "BASE_URL is on this machine, so nothing needs HTTPS.",
    client_address_known: "Addresses of people arrive: limits and the audit log see each of them.",
    proxy_unknown:
      "A proxy passes addresses on, but TRUSTED_PROXIES does not name it: everybody seems to come from the proxy, and shares its limits.",
    proxy_silent:
      "What stands in front passes no addresses on: everybody seems to come from there, and shares its limits. Let it set X-Forwarded-For, and name it in TRUSTED_PROXIES.",
  },
  jobsTitle: "Scheduled work",
  jobsLead: "What is done once for all instances shows the last run on any of them.",
  job: "Job",
  every: "Every",
  last: "Last run",
  took: "Took",
  jobStatus: "State",
  jobStatuses: {
    well: "Well",
    failing: "Fails",
    waiting: "Not yet run",
  },
  everywhere: "On this instance",
  failedAt: "Failed",
  programTitle: "Program",
  version: "Version",
  runtime: "Node.js",
  database: "Database",
  databases: {
    embedded: "Embedded",
    external: "PostgreSQL server",
  },
  started: "Started",
  copyTitle: "For a report",
  copyLead: "No secrets, and nobody’s name or address.",
  copyLabel: "State as text",
  copy: "Copy",
  copied: "Copied",
  rows: "Rows",
} as const;
