
// Charts of the accounts. Each stands beside a table of the same numbers.
(() => {
  const boxes = document.querySelectorAll("[data-chart]");
  if (!boxes.length || typeof echarts === "undefined") {
    for (const table of document.querySelectorAll("details.chart-table")) table.open = true;
    for (const box of boxes) box.hidden = true;
    return;
  }
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axes = (unit) => ({
    animation: false,
    textStyle: { fontFamily: "inherit", color: token("--text") },
    grid: { left: 8, right: 90, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", confine: true },
    xAxis: { type: "time", axisLine: { lineStyle: { color: token("--line") } }, axisLabel: { color: token("--quiet"), hideOverlap: true } },
    yAxis: { type: "value", name: unit, nameTextStyle: { color: token("--quiet") }, axisLabel: { color: token("--quiet") }, splitLine: { lineStyle: { color: token("--line") } } },
  });
  const end = (name, color) => ({ show: true, formatter: name, color, distance: 4 });
  const dot = (point) => ({
    value: [point.day, point.actual ?? point.value],
    itemStyle: point.final ? {} : { color: token("--ground"), borderColor: token("--link"), borderWidth: 2 },
  });

  const course = (data) => {
    const option = axes(data.unit);
    const required = data.points.filter((p) => p.required !== null).map((p) => [p.day, p.required]);
    option.yAxis.scale = data.points.some((p) => p.actual < 0);
    option.series = [
      { name: data.required, type: "line", data: required, symbol: "none", lineStyle: { color: token("--line"), width: 2 }, areaStyle: { color: token("--line"), opacity: 0.45 }, endLabel: end(data.required, token("--quiet")) },
      { name: data.observed, type: "line", data: data.points.filter((p) => p.actual !== null).map(dot), symbol: "circle", symbolSize: 8, lineStyle: { color: token("--link"), width: 2 }, itemStyle: { color: token("--link") }, endLabel: end(data.observed, token("--link")) },
    ];
    for (const one of option.series) one.labelLayout = { moveOverlap: "shiftY" };
    if (data.leads) option.series.push({ name: data.forecast, type: "line", data: data.leads, symbol: "none", lineStyle: { color: token("--link"), width: 1.5, type: "dotted", opacity: 0.8 }, endLabel: end(data.forecast, token("--quiet")) });
    // The axis reaches to the target, however little was observed.
    if (data.target !== null) option.yAxis.max = (range) => (range.max >= data.target ? null : Math.ceil(data.target * 1.05));
    if (data.target !== null) option.series[1].markLine = { silent: true, symbol: "none", lineStyle: { type: "dashed", color: token("--text") }, label: { formatter: data.targetName, position: "insideStartTop", color: token("--text") }, data: [{ yAxis: data.target }] };
    return option;
  };
  const series = (data) => {
    const option = axes(data.unit);
    option.series = [{ name: data.name, type: "line", data: data.points.map(dot), symbol: "circle", symbolSize: 8, lineStyle: { color: token("--link") }, itemStyle: { color: token("--link") } }];
    return option;
  };

  const draw = { course, series };
  for (const box of boxes) {
    const data = JSON.parse(box.querySelector("script").textContent);
    const chart = echarts.init(box, null, { renderer: "svg" });
    chart.setOption(draw[box.dataset.chart](data));
    new ResizeObserver(() => chart.resize()).observe(box);
  }
})();
