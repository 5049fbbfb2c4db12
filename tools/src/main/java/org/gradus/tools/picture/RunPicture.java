package org.gradus.tools.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gradus.engine.domain.Instrument;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/// Draws a run as one picture, four panels under one time axis: price with every entry and exit, equity, drawdown and
/// exposure; times in which the guardrails let less through are shaded.
public final class RunPicture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 780;
    /// Pixels a unit, so that text stays sharp on dense screens.
    private static final int SCALE = 2;

    private final RunHistory history;

    private RunPicture(RunHistory history) {
        this.history = history;
    }

    /// Draws the picture as PNG.
    ///
    /// @throws IOException when it cannot be drawn or written, also where the machine has no fonts
    public static void write(RunHistory history, String headline, String subline, Path file) throws IOException {
        BufferedImage image;
        try {
            image = new RunPicture(history).image(headline, subline);
        } catch (RuntimeException | LinkageError | InternalError cannotDraw) {
            // A JDK without fonts or without its drawing libraries says so in several ways.
            throw new IOException("this machine cannot draw: " + cannotDraw.getMessage(), cannotDraw);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this JDK cannot write PNG files");
        }
    }

    private BufferedImage image(String headline, String subline) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart(headline, subline).draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        canvas.dispose();
        return image;
    }

    private JFreeChart chart(String headline, String subline) {
        Instrument instrument = history.instrument();
        Panels panels = new Panels(history);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(panels.timeAxis());
        plot.setGap(12);
        plot.setBackgroundPaint(null);
        plot.add(panels.price(instrument), 12);
        plot.add(panels.equity(), 6);
        plot.add(panels.drawdown(), 5);
        plot.add(panels.exposure(), 5);
        JFreeChart chart = new JFreeChart(null, Look.font(Font.PLAIN, 12), plot, false);
        chart.setBackgroundPaint(Look.PAPER);
        chart.setPadding(new RectangleInsets(14, 10, 12, 20));
        chart.addSubtitle(0, title(headline, Look.font(Font.BOLD, 18), 0));
        chart.addSubtitle(1, title(subline, Look.font(Font.PLAIN, 12), 4));
        chart.addSubtitle(2, panels.legend());
        return chart;
    }

    private static TextTitle title(String text, Font font, double above) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(Look.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMargin(above, 8, 2, 0);
        return title;
    }
}
