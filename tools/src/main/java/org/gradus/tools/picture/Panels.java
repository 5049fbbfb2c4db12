package org.gradus.tools.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The panels of a run's picture.
final class Panels {
    private final RunHistory history;

    Panels(RunHistory history) {
        this.history = history;
    }

    DateAxis timeAxis() {
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        style(axis);
        double from = millis(history.fromNs());
        axis.setRange(from, Math.max(from + 1, millis(history.toNs())));
        return axis;
    }

    XYPlot price(Instrument instrument) {
        XYPlot plot = line(history.prices(instrument), instrument.symbol(), Look.PRICE, "#,##0.########");
        marks(plot, 1, RunHistory.Kind.ENTRY, instrument, Look.up(), Look.ENTRY);
        marks(plot, 2, RunHistory.Kind.EXIT, instrument, Look.down(), Look.EXIT);
        marks(plot, 3, RunHistory.Kind.STOP, instrument, Look.diamond(), Look.STOP);
        return plot;
    }

    XYPlot equity() {
        XYPlot plot = line(history.equity(), "equity " + history.currency(), Look.INK, "#,##0");
        limit(plot, history.cashAtStart(), "cash at the start");
        return plot;
    }

    XYPlot drawdown() {
        XYPlot plot = area(history.drawdown(), "drawdown %", Look.STOP);
        double breaker = -history.limitPercent("circuit_breaker");
        double lowest = Math.min(history.drawdown().lowest(), -0.01);
        plot.getRangeAxis().setRange(lowest * 1.25, 0);
        if (lowest < breaker / 2) {
            limit(plot, breaker, "circuit breaker");
        }
        return plot;
    }

    XYPlot exposure() {
        XYPlot plot = area(history.exposure(), "exposure %", Look.EXPOSURE);
        double limit = history.limitPercent("total_exposure");
        double highest = Math.max(0.01, history.exposure().highest());
        plot.getRangeAxis().setRange(0, 1.3 * highest);
        if (highest > limit / 3) {
            plot.getRangeAxis().setRange(0, 1.3 * Math.max(limit, highest));
            limit(plot, limit, "limit for entries");
        }
        return plot;
    }

    LegendTitle legend() {
        LegendItemCollection items = new LegendItemCollection();
        items.add(item("entry", Look.up(), Look.ENTRY));
        items.add(item("exit", Look.down(), Look.EXIT));
        items.add(item("stopped out", Look.diamond(), Look.STOP));
        Shape box = new Rectangle2D.Double(-9, -5, 18, 10);
        for (RiskState state : List.of(RiskState.REDUCING, RiskState.HALTED)) {
            if (history.stretches().stream().anyMatch(stretch -> stretch.state() == state)) {
                items.add(item(state.label(), box, shade(state)));
            }
        }
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(Look.font(Font.PLAIN, 12));
        legend.setItemPaint(Look.INK);
        legend.setBackgroundPaint(null);
        legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 14));
        legend.setMargin(2, 4, 6, 0);
        return legend;
    }

    private static LegendItem item(String name, Shape shape, Color colour) {
        return new LegendItem(name, null, null, null, shape, colour);
    }

    private XYPlot line(Envelope values, String name, Color colour, String format) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesStroke(0, Look.BOLD_LINE);
        XYPlot plot = panel(values, name, renderer, colour);
        NumberAxis axis = (NumberAxis) plot.getRangeAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setUpperMargin(0.08);
        axis.setLowerMargin(0.08);
        axis.setNumberFormatOverride(new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return plot;
    }

    private XYPlot area(Envelope values, String name, Color colour) {
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setOutline(true);
        renderer.setSeriesOutlinePaint(0, colour);
        renderer.setSeriesOutlineStroke(0, Look.LINE);
        return panel(values, name, renderer, Look.pale(colour));
    }

    private XYPlot panel(Envelope values, String name, XYItemRenderer renderer, Color colour) {
        NumberAxis axis = new NumberAxis(name);
        style(axis);
        renderer.setSeriesPaint(0, colour);
        XYPlot plot = new XYPlot(series(values), null, axis, renderer);
        plot.setBackgroundPaint(Look.PAPER);
        plot.setOutlinePaint(Look.GRID);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.HAIR);
        plot.setRangeGridlineStroke(Look.HAIR);
        history.stretches().forEach(stretch -> plot.addDomainMarker(shaded(stretch), Layer.BACKGROUND));
        return plot;
    }

    private IntervalMarker shaded(RunHistory.Stretch stretch) {
        long toNs = stretch.toNs() == 0 ? history.toNs() : stretch.toNs();
        return new IntervalMarker(millis(stretch.fromNs()), millis(toNs), shade(stretch.state()));
    }

    private void marks(XYPlot plot, int index, RunHistory.Kind kind, Instrument instrument, Shape shape, Color colour) {
        XYSeries series = new XYSeries(kind.name());
        history.deeds(instrument, kind).forEach(deed -> series.add(millis(deed.timeNs()), deed.price(), false));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, shape);
        renderer.setSeriesPaint(0, colour);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, Look.PAPER);
        renderer.setSeriesOutlineStroke(0, Look.HAIR);
        plot.setDataset(index, new XYSeriesCollection(series));
        plot.setRenderer(index, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private static void limit(XYPlot plot, double value, String words) {
        ValueMarker marker = new ValueMarker(value, Look.FAINT, Look.DASHES);
        marker.setLabel(words);
        marker.setLabelFont(Look.font(Font.ITALIC, 11));
        marker.setLabelPaint(Look.FAINT);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        plot.addRangeMarker(marker, Layer.FOREGROUND);
    }

    private static XYSeriesCollection series(Envelope values) {
        XYSeries series = new XYSeries("values", false, true);
        values.forEach((timeNs, value) -> series.add(millis(timeNs), value, false));
        return new XYSeriesCollection(series);
    }

    private static void style(ValueAxis axis) {
        axis.setTickLabelFont(Look.font(Font.PLAIN, 11));
        axis.setLabelFont(Look.font(Font.PLAIN, 12));
        axis.setTickLabelPaint(Look.FAINT);
        axis.setLabelPaint(Look.INK);
        axis.setAxisLinePaint(Look.GRID);
        axis.setTickMarkPaint(Look.GRID);
    }

    private static Color shade(RiskState state) {
        return state == RiskState.HALTED ? Look.HALTED : Look.REDUCING;
    }

    private static double millis(long ns) {
        return ns / 1e6;
    }
}
