/** The page of a request by an app that cannot be answered. */
export const protocolError = {
  title: "This did not work",
  reference: "Reference",
  refused:
    "The app sent a request that can’t be answered. Go back and try again; if it stays, tell whoever runs the app. This is for its developer:",
  facts: {
    app: "App",
    sent: "{name} sent",
    registered: "{name} registered",
  },
  reasons: {
    client_id_missing: "The app did not say which app it is: client_id is missing.",
    unknown_client: "No app is registered here under the client_id that was sent. Check the app’s settings.",
    redirect_uri_missing: "The app did not say where to return to: redirect_uri is missing.",
    redirect_uri_not_registered:
      "The app asked to return to an address that is not registered for it. It must match character by character.",
    post_logout_redirect_uri_not_registered:
      "The app asked to return to an address that is not registered for it. It must match character by character.",
    invalid_request_uri:
      "The app referred to a request that is not known here: it was used already, it is too old, or it was never sent. Go back to the app and start again.",
    invalid_id_token_hint: "The app sent an id_token_hint that was not issued here.",
    id_token_hint_of_other_client: "The app sent an id_token_hint of another app.",
    interaction_finished:
      "This request has been finished already, or it took too long. Go back to the app and start again.",
    test_sign_in_unknown:
      "This is no answer to a test that this browser began and that is still under way. Open the app’s page and start the test again.",
    malformed_form: "The form was sent without an answer. Go back.",
  },
} as const;
