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
  root.append(network.element);
  el.append(root);
  follow();
  model.on("change:picked", follow);
  return () => model.off("change:picked", follow);
}

export default { render };
