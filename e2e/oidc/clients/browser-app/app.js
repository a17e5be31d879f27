// An app without a server: the settings come with its address, everything else is the library's work.
const settings = JSON.parse(localStorage.getItem("settings") ?? "null");
if (settings !== null) {
  const { dpop, ...rest } = settings;
  window.manager = new oidc.UserManager({
    ...rest,
    redirect_uri: `${location.origin}/callback`,
    silent_redirect_uri: `${location.origin}/silent`,
    popup_redirect_uri: `${location.origin}/popup`,
    post_logout_redirect_uri: `${location.origin}/signed-out`,
    automaticSilentRenew: false,
    // The library asks userinfo without a proof, even for tokens that are bound to a key.
    loadUserInfo: !dpop,
    ...(dpop ? { dpop: { bind_authorization_code: true, store: new oidc.IndexedDbDPoPStore() } } : {}),
  });
  const finish = {
    "/callback": () => window.manager.signinCallback(),
    "/silent": () => window.manager.signinSilentCallback(),
    "/popup": () => window.manager.signinPopupCallback(),
    "/signed-out": () => window.manager.signoutCallback(),
  }[location.pathname];
  window.finished = Promise.resolve(finish?.()).then(
    () => "done",
    (error) => String(error),
  );
}
