/** Refusals that say more than their code does. The API tells the English ones. */
export const refusals = {
  accountNotSignedIn: "This account is not signed in here any more. Go back.",
  mailGone: "This mail has arrived, was discarded, or is being tried already.",
  apiKeyGone: "There is no such API key, or it has ended already.",
  authenticatorDidNotKeep: "This authenticator did not keep the passkey. Use another device or security key.",
  claimsFull: "There are {count} claims already, as many as allowed. Remove one first.",
  testOfDisabledClient: "This app is disabled: nobody can sign in to it. Enable it first.",
  addressNotRegistrable:
    "Only an address that this app sent, whole and without a wildcard, can be registered here.",
  clientByDocument: "This app is described by the document at its client id. Change that document.",
  clientIdTaken: "A client with this id exists already. Choose another id.",
  clientSecretGone: "This app has no such secret.",
  clientSecretsFull: "This app has {count} secrets already. Remove one first.",
  clientWithoutSecrets: "This app does not authenticate by a secret.",
  emailLinkDead:
    "This link doesn’t work here: it was used or replaced, it has expired, or another account asked for it.",
  emailTaken:
    "Another account here has this address already. Sign in to that one, or change its address first.",
  invitationDead:
    "This invitation doesn’t work: it was used or taken back, or it has expired. Ask for a new one.",
  invitationGone: "There is no such invitation, or it was taken back already.",
  invitationsClosed: "Sign-up is closed here, to invited people too. Set SIGN_UP=invite first.",
  keyNotYetSigning: "The {alg} key has been published just now and signs in a few minutes. Try again then.",
  lastAdministratorsPasskey:
    "This is the last administrator’s only passkey. Let another administrator add one first.",
  linkForDisabled: "This account is disabled. Enable it first.",
  linkForOneself: "You can’t make a link into your own account. Make recovery codes instead.",
  linkNotMailed: "This instance sends no mails, or the username is no address. Hand the link over yourself.",
  noMail: "This installation sends no mail. Ask an administrator to change the address.",
  pictureFormat: "Send a PNG, JPEG, WebP, GIF or AVIF picture.",
  imageFormat: "Send a PNG, JPEG, WebP, GIF, AVIF or SVG picture.",
  imageSize: "The file is larger than {megabytes, number} MiB.",
  picturePixels: "The picture has too many pixels. Send a smaller one.",
  pictureSize: "The picture is larger than 5 MiB.",
  policyLocksOut:
    "Under this policy you could not sign in again with the passkey that you use now. Add one that it allows first.",
  recoveryCodeDead: "This code doesn’t work. Check it against your list: each one works once.",
  recoveryLinkDead: "This link doesn’t work: it was used, a newer one took its place, or it has expired.",
  setUpLinkDead: "This set-up link was used or has expired. Make a new one on the server.",
  signingKeyGone: "There is no signing key with this kid.",
  signUpByInvitation: "Accounts here are by invitation. Ask an administrator of this site to invite you.",
  signUpClosed:
    "This site does not take new accounts. Ask an administrator of this site to make one for you.",
} as const;
