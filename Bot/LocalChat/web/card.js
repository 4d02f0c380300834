// Draws a card with the official renderer, in a form of its own: renderers name radio buttons by the input's id.

import { hostConfig } from "./hostconfig.js";
import { html } from "./markdown.js";
import { word } from "./words.js";

const AC = window.AdaptiveCards;

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  if (!/\*\*|\\/.test(text)) return;
  result.outputHtml = html(text);
  result.didProcess = true;
};
AC.Strings.defaults.overflowButtonText = () => "…";
AC.Strings.defaults.overflowButtonTooltip = () => word("more");

/** A button that carries the word of what it does, for whoever looks for it otherwise than by its title. */
class Execute extends AC.ExecuteAction {
  render(...how) {
    super.render(...how);
    if (this.verb) this.renderedElement.dataset.verb = this.verb;
  }
}
AC.GlobalRegistry.defaultActions.register("Action.Execute", Execute);

const config = new AC.HostConfig(hostConfig);
const safeLink = /^(https?|tel|mailto):/i;

/**
 * Builds the form of a card. `onPress` gets `{type, id, verb, data}` with the inputs merged into the data
 * and the button that was pressed.
 */
export function drawCard(json, onPress) {
  const form = document.createElement("form");
  form.className = "card";
  // A card may speak another language than the page.
  if (json.lang) form.lang = json.lang;
  form.addEventListener("submit", (event) => event.preventDefault());

  const card = new AC.AdaptiveCard();
  card.hostConfig = config;
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    if (type === "Action.OpenUrl") {
      if (safeLink.test(action.url)) window.open(action.url, "_blank", "noopener");
    } else if (type === "Action.Execute" || type === "Action.Submit") {
      onPress({ type, id: action.id, verb: action.verb, data: action.data ?? {} }, action.renderedElement);
    }
  };
  try {
    // The pattern of `lang` keeps its place between parses and would refuse every second card.
    AC.CardElement.langProperty.regEx.lastIndex = 0;
    card.parse(json);
    form.append(card.render());
  } catch (fault) {
    console.error(fault);
    form.replaceChildren(json.fallbackText || word("noCard"));
  }
  return form;
}
