package org.farmgate.platform.web.charts;

import java.util.List;
import java.util.stream.IntStream;

/// A melon season in figures, for pictures.
public final class Samples {
    private Samples() {}

    public static List<WeekBars.Week> weeks(String word) {
        long[] supply = {120, 310, 620, 980, 1240, 1510, 1320, 1100, 870, 540, 260, 90};
        long[] demand = {240, 420, 560, 900, 1400, 1300, 1250, 1380, 900, 610, 200, 60};
        return IntStream.range(0, 12)
                .mapToObj(i -> new WeekBars.Week(word + (26 + i), word + " " + (26 + i), supply[i], demand[i]))
                .toList();
    }

    public static List<FlowMap.Place> places() {
        return List.of(
                new FlowMap.Place("h", "和田", 79.92, 37.11, FlowMap.Kind.ORIGIN),
                new FlowMap.Place("k", "喀什", 75.99, 39.47, FlowMap.Kind.ORIGIN),
                new FlowMap.Place("m", "Makit", 77.61, 38.90, FlowMap.Kind.ORIGIN),
                new FlowMap.Place("x", "西安", 108.94, 34.34, FlowMap.Kind.WAREHOUSE),
                new FlowMap.Place("j", "嘉兴", 120.76, 30.75, FlowMap.Kind.WAREHOUSE),
                new FlowMap.Place("s", "上海", 121.47, 31.23, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("n", "宁波", 121.55, 29.87, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("z", "杭州", 120.16, 30.27, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("w", "武汉", 114.30, 30.59, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("b", "北京", 116.41, 39.90, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("g", "广州", 113.26, 23.13, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("c", "成都", 104.07, 30.57, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("nj", "南京", 118.80, 32.06, FlowMap.Kind.DESTINATION),
                new FlowMap.Place("t", "天津", 117.20, 39.08, FlowMap.Kind.DESTINATION));
    }

    public static List<FlowMap.Flow> flows() {
        return List.of(
                new FlowMap.Flow("h", "x", 4200, "4,200 t"),
                new FlowMap.Flow("k", "j", 6100, "6,100 t"),
                new FlowMap.Flow("m", "b", 1800, "1,800 t"),
                new FlowMap.Flow("m", "g", 900, "900 t"),
                new FlowMap.Flow("k", "c", 1500, "1,500 t"),
                new FlowMap.Flow("x", "w", 2100, "2,100 t"),
                new FlowMap.Flow("x", "t", 800, "800 t"),
                new FlowMap.Flow("j", "s", 3200, "3,200 t"),
                new FlowMap.Flow("j", "n", 1100, "1,100 t"),
                new FlowMap.Flow("j", "z", 1800, "1,800 t"),
                new FlowMap.Flow("x", "nj", 1300, "1,300 t"));
    }

    public static List<PriceSteps.Step> steps(String... names) {
        return List.of(
                PriceSteps.Step.sum(names[0], 240, "¥2.40"),
                PriceSteps.Step.change(names[1], 35, "¥0.35"),
                PriceSteps.Step.change(names[2], 118, "¥1.18"),
                PriceSteps.Step.change(names[3], 22, "¥0.22"),
                PriceSteps.Step.change(names[4], -15, "−¥0.15"),
                PriceSteps.Step.sum(names[5], 400, "¥4.00"));
    }
}
