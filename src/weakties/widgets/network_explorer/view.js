function render({ model, el }) {
  const { title, introduction } = model.get("ask");
  const pick = (picked) => sender(model)({ picked });
  const toggled = (id) => {
    const picked = model.get("picked");
    pick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  };
  const spec = model.get("spec");
  const network = sociogram(spec, { onPick: toggled });
  const root = stage("wt-network", title, introduction);
  const told = h("p", { class: "wt-told", role: "status" });
  const tell = () => say(told, model.get("told"));
  if (model.get("told") !== null) {
    root.append(told);
    tell();
  }

  const joins = model.get("newcomer");
  const sums = scrollingTable(joins.caption ?? "");
  const reckon = () => sums.fill(joins.header ?? [], model.get("sums"));
  let somebody = null;
  if (joins.name) {
    const svg = network.element.querySelector(".wt-picture > svg");
    somebody = newcomer(joins, { svg, people: spec.people }, pick);
    const how = `Drag the star, ${joins.name}, among the people: the newcomer knows whoever is in the circle. A press on a person adds that one, or takes that one away. By keyboard, the arrow keys at the star add the nearest and take away the farthest.`;
    root.append(h("p", { class: "wt-note" }, how), sums.frame);
  }
  const follow = () => {
    network.mark(model.get("picked"));
    somebody?.know(model.get("picked"));
  };
  root.append(network.element);
  el.append(root);
  follow();
  reckon();
  const heard = { "change:picked": follow, "change:told": tell, "change:sums": reckon };
  for (const [event, handler] of Object.entries(heard)) model.on(event, handler);
  return () => {
    for (const [event, handler] of Object.entries(heard)) model.off(event, handler);
  };
}

export default { render };
