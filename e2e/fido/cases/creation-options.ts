import { expect } from "vitest";
import { askToAttest, newName } from "../ceremonies.ts";
import { defineSuite } from "../suite.ts";

const ask = (more: object = {}) => askToAttest({ username: newName(), displayName: "Test Person", ...more });

defineSuite({
  name: "Server-ServerPublicKeyCredentialCreationOptions-Req-1",
  about: "creation options",
  positive: 4,
  negative: 0,
  cases: {
    "P-1 all members, and the extensions of the request": async () => {
      const username = newName();
      const extensions = { "example.extension": true };
      const options = await ask({ username, extensions, attestation: "direct" });
      expect(options).toMatchObject({
        status: "ok",
        errorMessage: "",
        user: { name: username, displayName: "Test Person", id: expect.stringMatching(/^[\w-]{1,86}$/) },
        rp: { name: expect.any(String), id: "localhost" },
        challenge: expect.stringMatching(/^[\w-]{22,86}$/),
        excludeCredentials: [],
        attestation: "direct",
      });
      expect(options.extensions).toEqual(extensions);
      expect(options.timeout).toBeGreaterThan(0);
      expect(options.pubKeyCredParams).toContainEqual({ type: "public-key", alg: -7 });
      expect(options.pubKeyCredParams).toContainEqual({ type: "public-key", alg: -257 });
    },
    "P-2 attestation none is returned as none": async () => {
      expect((await ask({ attestation: "none" })).attestation).toBe("none");
    },
    "P-3 two requests get two challenges": async () => {
      const username = newName();
      const [one, two] = [await ask({ username }), await ask({ username })];
      expect(one.challenge).not.toBe(two.challenge);
    },
    "P-4 authenticatorSelection.userVerification required is returned": async () => {
      const authenticatorSelection = { userVerification: "required" };
      expect((await ask({ authenticatorSelection })).authenticatorSelection).toEqual(authenticatorSelection);
    },
  },
});
