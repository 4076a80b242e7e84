// What script adds to the pages. Everything works without it, except choosing a file.
"use strict";
(() => {
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  each("[data-with-script]", (element) => { element.hidden = false; });
  each("[data-without-script]", (element) => { element.hidden = true; });

  // A password can be looked at while it is typed.
  each("[data-peek]", (button) => {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    const set = (shown) => {
      input.type = shown ? "text" : "password";
      button.textContent = shown ? button.dataset.hide : button.dataset.show;
      button.setAttribute("aria-label", shown ? button.dataset.hideLabel : button.dataset.showLabel);
    };
    button.addEventListener("click", () => { set(input.type === "password"); });
    // Browsers offer to remember passwords only from password fields.
    input.form.addEventListener("submit", () => { set(false); });
  });

  // A form is sent once. Buttons come back when the visitor does, for example with the back button.
  const lock = (form, locked) => form.querySelectorAll("button:not([type=button])").forEach((button) => { button.disabled = locked; });
  each("form", (form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      // Only after the browser has noted which button was pressed.
      setTimeout(() => { lock(form, true); });
    });
    window.addEventListener("pageshow", () => {
      delete form.dataset.sent;
      lock(form, false);
    });
  });

  // A file travels as a data: address in a hidden field, as the flow protocol wants it.
  each("[data-file]", (box) => {
    const [pick, carry] = [box.querySelector("[type=file]"), box.querySelector("[type=hidden]")];
    pick.required = "required" in box.dataset;
    const read = () => {
      const [file] = pick.files;
      carry.value = "";
      lock(pick.form, Boolean(file));
      if (!file) {
        return;
      }
      const reader = new FileReader();
      reader.addEventListener("load", () => { carry.value = reader.result; });
      reader.addEventListener("loadend", () => { lock(pick.form, false); });
      reader.readAsDataURL(file);
    };
    pick.addEventListener("change", read);
    window.addEventListener("pageshow", read);
  });

  // The name can be remembered on this device.
  each("[data-remember]", (box) => {
    const key = "vestibule-name";
    const [tick, name] = [box.querySelector("input"), box.closest("form").elements.namedItem("uid_field")];
    const password = box.closest("form").elements.namedItem("password");
    try {
      const known = localStorage.getItem(key);
      tick.checked = known !== null;
      if (known && !name.value) {
        name.value = known;
        if (password && name.autofocus) {
          password.focus();
        }
      }
      box.closest("form").addEventListener("submit", () => {
        if (tick.checked) {
          localStorage.setItem(key, name.value);
        } else {
          localStorage.removeItem(key);
        }
      });
    } catch {
      // A browser that keeps nothing cannot remember.
      box.hidden = true;
    }
  });
})();
