/// Figures as data, the figures of the lessons, and their renderers.
module thalweg.figures {
  requires transitive thalweg.core;
  requires com.google.common; // a named module, which ELK, having no descriptor, cannot ask for itself
  requires org.eclipse.elk.alg.layered;
  requires org.eclipse.elk.core;
  requires org.eclipse.elk.graph;
  requires org.eclipse.emf.common;
  requires org.eclipse.emf.ecore;
  requires transitive java.desktop;
  requires org.apache.commons.logging; // a named module, which PDFBox, having no descriptor, cannot ask for itself
  requires jdk.unsupported; // another, without which PDFBox logs that it cannot unmap files
  requires org.apache.pdfbox;
  requires jcodec;

  exports thalweg.figures;
  exports thalweg.figures.draw;
  exports thalweg.figures.graph;
  exports thalweg.figures.html;
  exports thalweg.figures.text;
  exports thalweg.figures.training;

  uses thalweg.figures.Renderer;
  uses thalweg.figures.AnimationRenderer;

  provides thalweg.figures.Renderer with
      thalweg.figures.draw.PngRenderer,
      thalweg.figures.draw.SvgRenderer,
      thalweg.figures.draw.PdfRenderer,
      thalweg.figures.html.HtmlRenderer;

  provides thalweg.figures.AnimationRenderer with
      thalweg.figures.draw.GifRenderer,
      thalweg.figures.draw.Mp4Renderer,
      thalweg.figures.html.HtmlAnimationRenderer;
}
