function render({ model, el }) {
  const { title, introduction } = model.get("ask");
  const toggled = (id) => {
    const picked = model.get("picked");
    model.set("picked", picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
    model.save_changes();
  };
  const network = sociogram(model.get("spec"), { onPick: toggled });
  const follow = () => network.mark(model.get("picked"));
  const root = stage("wt-network", title, introduction);
  const told = h("p", { class: "wt-told", role: "status" });
  const tell = () => say(told, model.get("told"));
  if (model.get("told") !== null) {
    root.append(told);
    tell();
  }
  root.append(network.element);
  el.append(root);
  follow();
  model.on("change:picked", follow);
  model.on("change:told", tell);
  return () => {
    model.off("change:picked", follow);
    model.off("change:told", tell);
  };
}

export default { render };
