"use server";
/** The forms about the rules of signing in. */
import {
  changeSettingsAction,
  previewPolicyAction,
  previewSettingsAction,
  setPolicyAction,
} from "./policy-actions.ts";

export async function previewSettings(form: FormData) {
  return previewSettingsAction(form);
}

export async function changeSettings(form: FormData) {
  return changeSettingsAction(form);
}

export async function previewPolicy(form: FormData) {
  return previewPolicyAction(form);
}

export async function setPolicy(form: FormData) {
  return setPolicyAction(form);
}
