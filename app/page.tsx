/** The address alone leads to where the person can do something. */
import { redirect } from "next/navigation";
import { findPerson } from "./page-context.ts";

export default async function HomePage() {
  redirect((await findPerson()) ? "/account" : "/sign-in");
}
