// Loaded only when the office has chosen reCAPTCHA.
const place = document.querySelector("[data-recaptcha]");
const { recaptcha: version, sitekey, action } = place.dataset;
const isScored = Number(version) >= 3;

const script = document.createElement("script");
script.src = `https://www.google.com/recaptcha/api.js${isScored ? `?render=${encodeURIComponent(sitekey)}` : ""}`;
script.async = true;
document.head.append(script);

if (isScored) {
  const form = place.closest("form");
  const answer = Object.assign(document.createElement("input"), { type: "hidden", name: "g-recaptcha-response" });
  place.append(answer);
  let isAsked = false;
  form.addEventListener("submit", (event) => {
    if (isAsked || !window.grecaptcha?.execute) return;
    isAsked = true;
    event.preventDefault();
    event.stopImmediatePropagation();
    const late = new Promise((resolve) => setTimeout(resolve, 3000, ""));
    const token = new Promise((resolve) => grecaptcha.ready(() => grecaptcha.execute(sitekey, { action }).then(resolve, () => resolve(""))));
    Promise.race([token, late]).then((value) => {
      answer.value = value;
      form.requestSubmit(event.submitter);
    });
  }, { capture: true });
}
