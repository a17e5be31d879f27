/** Which kinds of authenticators will do. */
export const policy = {
  notAllowed: "This kind of authenticator is not allowed here.",
  useModels: "Use {models}.",
  anotherModel: "another approved model",
  useApproved: "Use a model that your administrator has approved.",
  useAnotherModel: "Use one of another model.",
  useDeviceBound: "Use a security key, or another authenticator that keeps the passkey on one device.",
  mustProve: "It must be able to prove which model it is, and the browser must be allowed to pass that on.",
  mustVerify: "It must check your fingerprint, face or PIN.",
  nothingWillDo: "The rules that hold for you leave none that will do. Ask your administrator.",
  brokenModel:
    "The authenticator {name} is known to be insecure and is not accepted any more. Use one of another model.",
  brokenUnnamedModel:
    "This model of authenticator is known to be insecure and is not accepted any more. Use one of another model.",
} as const;
