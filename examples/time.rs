use deemed::session::*; use deemed::screen::*; use deemed_engine::*; use std::time::Instant;
fn main(){
 let t=Instant::now(); let r=deemed::bundle::load().unwrap(); println!("load {:?}",t.elapsed());
 let mut s=Session::default().apply(&r,Action::Begin);
 while let View::Question{fact,item}=*s.view(){
  let t=Instant::now(); let u=s.course(&r,item).used; let a=t.elapsed();
  let t=Instant::now(); let p=agenda::plan(&r,&u,|l|l.status.is_law()); let b=t.elapsed();
  let t=Instant::now(); let q=QuestionScreen::new(&r,&s,fact,item).unwrap(); let c=t.elapsed();
  println!("{} used {a:?} plan {b:?} screen {c:?} left {}-{} remaining {}", q.question.fact,p.least,p.most,p.remaining.len());
  let t=Instant::now(); s=s.apply(&r,Action::Pick(Some(Answer::DontKnow))).apply(&r,Action::Continue); println!("   go on {:?}",t.elapsed());
 }
 let t=Instant::now(); let x=ItemResults::all(&r,&s,deemed_engine::date::Date::EPOCH,|_|true); println!("results {:?} {}",t.elapsed(),x.len());
 let t=Instant::now(); let _=CheckScreen::new(&r,&s); println!("check {:?}",t.elapsed());
}
