/** React and the parts of React Email, loaded with the first mail: no start and no request waits for them. */

/** Node runs these files as they are and knows no JSX, so `h` makes the elements. */
export async function loadReactEmail() {
  const [react, rendering, button, container, head, preview, section, text] = await Promise.all([
    import("react"),
    import("@react-email/render"),
    import("@react-email/button"),
    import("@react-email/container"),
    import("@react-email/head"),
    import("@react-email/preview"),
    import("@react-email/section"),
    import("@react-email/text"),
  ]);
  return {
    h: react.createElement,
    render: rendering.render,
    Button: button.Button,
    Container: container.Container,
    Head: head.Head,
    Preview: preview.Preview,
    Section: section.Section,
    Text: text.Text,
  };
}

export type ReactEmail = Awaited<ReturnType<typeof loadReactEmail>>;
