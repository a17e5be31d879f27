import { expect } from "vitest";
import { askToAssert, register } from "../ceremonies.ts";
import { defineSuite } from "../suite.ts";

defineSuite({
  name: "Server-ServerPublicKeyCredentialGetOptionsResponse-Req-1",
  about: "request options",
  positive: 2,
  negative: 0,
  cases: {
    "P-1 all members, the registered credential, and the extensions of the request": async () => {
      const { username, authenticator } = await register();
      const extensions = { "example.extension": true };
      const options = await askToAssert({ username, userVerification: "required", extensions });
      expect(options).toMatchObject({
        status: "ok",
        errorMessage: "",
        challenge: expect.stringMatching(/^[\w-]{22,86}$/),
        rpId: "localhost",
        allowCredentials: [{ id: authenticator.credentials[0]?.id, type: "public-key" }],
        userVerification: "required",
      });
      expect(options.allowCredentials).toHaveLength(1);
      expect(options.extensions).toEqual(extensions);
      expect(options.timeout).toBeGreaterThan(0);
    },
    "P-2 two requests get two challenges": async () => {
      const { username } = await register();
      const [one, two] = [await askToAssert({ username }), await askToAssert({ username })];
      expect(one.challenge).not.toBe(two.challenge);
    },
  },
});
