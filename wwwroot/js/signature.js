// Drawing a signature is an extra; the typed name is what signs.
import SignaturePad from "/lib/signature_pad/signature_pad.min.js";

for (const part of document.querySelectorAll("[data-drawing]")) {
  const canvas = part.querySelector("canvas");
  const field = part.querySelector("input");
  part.hidden = false;
  const pad = new SignaturePad(canvas, { backgroundColor: "rgba(255,255,255,0)" });
  // What is drawn on a phone's dense screen must not be stretched.
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  const width = canvas.offsetWidth;
  canvas.width = width * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext("2d").scale(ratio, ratio);
  pad.clear();
  // Drawn before the page came back with an error. Not by an image's address: our content security policy allows none of that kind.
  if (field.value) {
    const bytes = Uint8Array.from(atob(field.value.split(",")[1]), c => c.charCodeAt(0));
    createImageBitmap(new Blob([bytes], { type: "image/png" }))
      .then(drawn => canvas.getContext("2d").drawImage(drawn, 0, 0, width, canvas.offsetHeight))
      .catch(() => { field.value = ""; });
  }
  pad.addEventListener("endStroke", () => { field.value = pad.toDataURL("image/png"); });
  part.querySelector("button").addEventListener("click", () => { pad.clear(); field.value = ""; });
}
