package org.farmgate.bench;

/// The places benchmarks play in: real counties and cities, coordinates rounded to two decimals
/// (GeoNames, CC BY 4.0).
final class Atlas {

    record Place(String name, double latitude, double longitude) {}

    static final Place[] COUNTIES = {
        new Place("Kashgar", 39.47, 75.99), new Place("Yarkant", 38.41, 77.24), new Place("Aksu", 41.17, 80.26),
        new Place("Hotan", 37.11, 79.92), new Place("Korla", 41.76, 86.15), new Place("Turpan", 42.95, 89.18),
        new Place("Hami", 42.83, 93.51), new Place("Yining", 43.91, 81.33), new Place("Jinghe", 44.60, 82.89),
        new Place("Ruoqiang", 39.02, 88.17), new Place("Kuqa", 41.72, 82.96), new Place("Shanshan", 42.88, 90.21),
        new Place("Makit", 38.90, 77.65), new Place("Yecheng", 37.88, 77.41), new Place("Bachu", 39.78, 78.55),
        new Place("Awat", 40.64, 80.38), new Place("Luntai", 41.78, 84.25), new Place("Shihezi", 44.30, 86.03),
        new Place("Changji", 44.01, 87.31), new Place("Bole", 44.90, 82.07), new Place("Wushi", 41.21, 79.22),
        new Place("Xayar", 41.22, 82.78), new Place("Yanqi", 42.06, 86.57), new Place("Zepu", 38.19, 77.27),
        new Place("Karakax", 37.27, 79.73),
    };

    static final Place[] CITIES = {
        new Place("Zhengzhou", 34.75, 113.62), new Place("Jinan", 36.65, 117.12), new Place("Hangzhou", 30.27, 120.16),
        new Place("Shanghai", 31.23, 121.47), new Place("Beijing", 39.90, 116.40), new Place("Wuhan", 30.59, 114.30),
        new Place("Qingdao", 36.07, 120.38), new Place("Ningbo", 29.87, 121.55), new Place("Nanjing", 32.06, 118.80),
        new Place("Tianjin", 39.13, 117.20), new Place("Changsha", 28.23, 112.94),
                new Place("Guangzhou", 23.13, 113.26),
        new Place("Shenzhen", 22.54, 114.06), new Place("Suzhou", 31.30, 120.58), new Place("Hefei", 31.82, 117.23),
        new Place("Weifang", 36.71, 119.16), new Place("Linyi", 35.10, 118.36), new Place("Wenzhou", 28.00, 120.70),
        new Place("Luoyang", 34.68, 112.45), new Place("Wuxi", 31.57, 120.29),
    };

    /// Indexes into `CITIES` of those with a warehouse near the market.
    static final int[] WAREHOUSE_CITIES = {0, 1, 2, 5, 11};

    private Atlas() {}

    /// Great-circle kilometres × 1.3, the product's own rule where no road distance is known.
    static int roadKilometres(Place a, Place b) {
        double lat1 = Math.toRadians(a.latitude);
        double lat2 = Math.toRadians(b.latitude);
        double across = Math.toRadians(b.longitude - a.longitude);
        double h = Math.pow(Math.sin((lat2 - lat1) / 2), 2)
                + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(across / 2), 2);
        return (int) Math.round(2 * 6371 * Math.asin(Math.sqrt(h)) * 1.3);
    }
}
