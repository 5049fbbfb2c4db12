package org.gradus.tools.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;

/// Colours, fonts and marks of our pictures. Colours are told apart also by those who do not see red and green, because
/// every mark has a shape of its own.
final class Look {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f2328);
    static final Color FAINT = new Color(0x656d76);
    static final Color GRID = new Color(0xe4e8ec);
    static final Color PRICE = new Color(0x6e7781);
    static final Color ENTRY = new Color(0x1a7f37);
    static final Color EXIT = new Color(0x0969da);
    static final Color STOP = new Color(0xcf222e);
    static final Color EXPOSURE = new Color(0x8250df);
    static final Color HALTED = new Color(0xcf, 0x22, 0x2e, 30);
    static final Color REDUCING = new Color(0xd4, 0xa7, 0x2c, 70);

    static final BasicStroke LINE = new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke BOLD_LINE = new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke HAIR = new BasicStroke(0.6f);
    static final BasicStroke DASHES =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);

    private static final double MARK = 4.6;

    private Look() {
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /// The same colour, see-through.
    static Color pale(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 46);
    }

    /// A triangle that points up.
    static Shape up() {
        return polygon(0, -MARK, MARK, MARK * 0.8, -MARK, MARK * 0.8);
    }

    static Shape down() {
        return polygon(0, MARK, MARK, -MARK * 0.8, -MARK, -MARK * 0.8);
    }

    static Shape diamond() {
        return polygon(0, -MARK * 1.1, MARK * 1.1, 0, 0, MARK * 1.1, -MARK * 1.1, 0);
    }

    private static Shape polygon(double... coordinates) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
