// Extras only: every page works without this file.

const summary = document.getElementById("error-summary");
if (summary) {
  if (document.activeElement !== summary) summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    const control = target.matches("fieldset") ? target.querySelector("[aria-invalid], input:checked, input, select, textarea") : target;
    event.preventDefault();
    (target.closest(".usa-form-group") ?? target).scrollIntoView({ block: "start" });
    control?.focus({ preventScroll: true });
  });
}

// A second click on a slow line must not send a form twice. The button stays enabled; only the second post is held back.
// Another button, such as that of another download, goes ahead.
for (const form of document.querySelectorAll("form[method='post']")) {
  let sentAt = 0;
  let last;
  form.addEventListener("submit", (event) => {
    if (event.submitter === last && event.timeStamp - sentAt < 3000 && sentAt > 0) event.preventDefault();
    else [sentAt, last] = [event.timeStamp, event.submitter];
  });
}

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// What was chosen is written in the language of the page; browsers write it in their own.
for (const picker of document.querySelectorAll(".file-picker")) {
  const input = picker.querySelector("input[type='file']");
  const names = document.createElement("span");
  names.className = "file-picker__names";
  names.setAttribute("aria-live", "polite");
  const write = () => { names.textContent = [...input.files].map((file) => file.name).join(", ") || picker.dataset.none; };
  input.addEventListener("change", write);
  picker.append(names);
  picker.classList.add("file-picker--written");
  write();
}

// An open menu closes with Escape and when something else is chosen.
for (const menu of document.querySelectorAll("details.bar__more")) {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
